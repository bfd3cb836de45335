package com.rentwave.legacy.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of what is on offer, and what a search reads of them. The compared texts are those of the indexes. */
enum SearchSource {
    VEHICLES(
            ItemType.VEHICLE,
            "t_veh",
            "veh_id",
            "f_veh_tx(mk_nm, mdl_nm, sz_cd, fuel_cd, trn_cd, attr_tx)",
            "f_veh_tx(mk_nm, mdl_nm, sz_cd, fuel_cd, trn_cd, attr_tx)",
            "mk_nm || ' ' || mdl_nm",
            "concat_ws(' · ', yr_no, f_veh_wd(sz_cd, fuel_cd, trn_cd))",
            "'/api/vehicles/' || veh_id"),
    BOOKS(
            ItemType.BOOK,
            "t_bk_adv",
            "adv_id",
            "srch_tx",
            "srch_tx",
            "ttl_tx",
            "concat_ws(' · ', replace(ath_tx, chr(10), ', '), plc_tx)",
            "'/api/books/' || isbn_no || '/adverts/' || adv_id"),
    ROOMS(
            ItemType.ROOM,
            "t_room",
            "room_id",
            "full_tx",
            "srch_tx",
            "ttl_tx",
            "concat_ws(' · ', plc_tx || ', ' || ctry_cd, gst_ct || CASE gst_ct WHEN 1 THEN ' guest' ELSE ' guests' END)",
            "'/api/rooms/' || room_id");

    private final ItemType type;
    private final String table;
    private final String id;
    private final String fullText;
    private final String shortText;
    private final String title;
    private final String subtitle;
    private final String path;

    SearchSource(
            ItemType type,
            String table,
            String id,
            String fullText,
            String shortText,
            String title,
            String subtitle,
            String path) {
        this.type = type;
        this.table = table;
        this.id = id;
        this.fullText = fullText;
        this.shortText = shortText;
        this.title = title;
        this.subtitle = subtitle;
        this.path = path;
    }

    static SearchSource of(ItemType type) {
        return of(Optional.of(type)).get(0);
    }

    static List<SearchSource> of(Optional<ItemType> type) {
        return Arrays.stream(values())
                .filter(source -> type.isEmpty() || type.get() == source.type)
                .toList();
    }

    ItemType type() {
        return type;
    }

    String table() {
        return table;
    }

    String id() {
        return id;
    }

    /** All that is compared with words as they were written. */
    String fullText() {
        return fullText;
    }

    /** What says what the thing is: words much like those searched for are looked for here, and ranks are made of it. */
    String shortText() {
        return shortText;
    }

    /** The columns of something found, {@code rnk} left out. */
    String columns() {
        return "'" + type.code() + "' AS tp, " + id + " AS id, crt_ts, " + title + " AS ttl, " + subtitle + " AS sub, "
                + "day_prc_am, ccy_cd, avl_fl, own_usr_id, " + path + " AS pth";
    }
}
