package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists read page by page. */
final class Lists {

    private static final Pattern ID = Pattern.compile("\\{(?:\"type\":\"[a-z]+\",)?\"(?:id|isbn)\":\"?(\\d+)");

    private Lists() {}

    /** The numbers of a list's items over all its pages. */
    static List<Long> all(String address) {
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = call("GET", address + cursor).send();
            ids.addAll(ids(page));
            cursor = "&cursor=" + page.member("nextCursor");
        } while (!cursor.equals("&cursor=null"));
        return ids;
    }

    /** The numbers of one page's items. */
    static List<Long> ids(Reply page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        List<Long> ids = new ArrayList<>();
        Matcher m = ID.matcher(page.body());
        while (m.find()) {
            ids.add(Long.parseLong(m.group(1)));
        }
        return ids;
    }
}
