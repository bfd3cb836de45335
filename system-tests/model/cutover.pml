/* cutover.pml - ownership transfer READS <=> OWNED exhaustive check with SPIN 6.5.
 *
 *   ./run.sh                       all configurations and mutations (needs go.sh beside it)
 *   spin -a [-DMUT_x] [-DNCO=1 ...] cutover.pml && gcc -O2 -DSAFETY -DCOLLAPSE -DVECTORSZ=2048 -DMEMLIM=9000 -o pan pan.c && ./pan -m200000
 *   no livelock:    the same with -DNP instead of -DSAFETY, then ./pan -m200000 -l
 *   counterexample: spin -t -p -g [the same -D] cutover.pml
 *
 * Modelled: two databases (owner flag + epoch, in-flight transactions = holders of the shared advisory lock), one WAL
 * per database holding only locally originated writes (origin filter) once its slot is armed, NAP applier instances per
 * direction (fetch and apply are separate: a paused one is a zombie), two facade replicas with stale routes, a late
 * route table, NCL clients x NWR writes whose answer can get lost and which then retry with the same idempotency key,
 * NCO coordinators working from one stored record (each may crash after an effect and before the store; one that read
 * the record and paused is a zombie), aborts at fence/drain/arm, MAXF completed flips (odd = forward, even = rollback).
 *
 * Properties: never two owners, a commit only in the sole owner, no write applied twice, and at quiescence one owner,
 * every acknowledged write there, both databases equal (set and last value); no invalid end state (= no deadlock); no
 * cycle without progress (with -DNP), hence quiescence is always reached.
 *
 * Mutations: MUT_BARRIER_FIRST MUT_ARM_AFTER MUT_FENCE_NOWAIT MUT_FENCE_UNCOND MUT_SWITCH_UNCOND MUT_STORE_NOCAS
 *            MUT_ABORT_NOBURN MUT_DISARM_LATE MUT_APPLY_NOCAS MUT_NO_ORIGIN MUT_NO_IDEM
 *            MUT_EPOCH_EQUAL (an applier that wants the row's epoch to equal its database's stops for ever after an abort)
 */
#ifndef NCL
#define NCL 2
#endif
#ifndef NWR
#define NWR 1
#endif
#ifndef NCO
#define NCO 2
#endif
#ifndef NAP
#define NAP 2
#endif
#ifndef MAXF
#define MAXF 2
#endif
#ifndef MAXC
#define MAXC 1
#endif
#ifndef MAXA
#define MAXA 1
#endif
#ifndef MAXL
#define MAXL 1
#endif
#define LEN 12
#define NATT 8

/* operations of a flip */
#define FENCE 1
#define BARRIER 2
#define DRAIN 3
#define ARM 4
#define SWITCH 5
#define ROUTE 6
#define FINISH 7
#define ABORT 9

/* stored step -> operation */
#if defined(MUT_BARRIER_FIRST)
#define OP(s) ((s)==0 -> BARRIER : ((s)==1 -> FENCE : ((s)==2 -> DRAIN : ((s)==3 -> ARM : ((s)==4 -> SWITCH : ((s)==5 -> ROUTE : ((s)==6 -> FINISH : ABORT)))))))
#elif defined(MUT_ARM_AFTER)
#define OP(s) ((s)==0 -> FENCE : ((s)==1 -> BARRIER : ((s)==2 -> DRAIN : ((s)==3 -> SWITCH : ((s)==4 -> ARM : ((s)==5 -> ROUTE : ((s)==6 -> FINISH : ABORT)))))))
#else
#define OP(s) ((s)==0 -> FENCE : ((s)==1 -> BARRIER : ((s)==2 -> DRAIN : ((s)==3 -> ARM : ((s)==4 -> SWITCH : ((s)==5 -> ROUTE : ((s)==6 -> FINISH : ABORT)))))))
#endif
#define S_ABORT 7

typedef Log { byte e[LEN]; byte ee[LEN]; byte n; byte pos };   /* pos: the applier's position, stored in the target database */

bool own[2]; byte ep[2]; byte data[2]; byte keys[2]; byte reg[2]; byte infl[2]; bool armed[2];
Log log[2];
byte acked;
byte route[2]; byte rtab; byte rtabep;           /* route per facade replica; the route table */
byte r_n = 1, r_old = 0, r_step = 0, r_flips = 0; /* the stored cutover record: attempt = epoch, old owner, step */
byte barpos[NATT];
byte crashes, aborts, lost, cdone, kdone;

inline append(db_, wr_) {
  if :: armed[db_] -> log[db_].e[log[db_].n] = wr_; log[db_].ee[log[db_].n] = ep[db_]; log[db_].n++ :: else -> skip fi
}

proctype Client(byte id) {
  byte i, w, t, f;
  for (i : 0 .. NWR-1) {
again:
    atomic {                                       /* statement trigger: shared lock, then read the owner row */
      w = 1 << (id*NWR + i);
      if :: f = 0 :: f = 1 fi; t = route[f];
      if
      :: own[t] && (keys[t] & w) -> acked = acked | w; w = 0; t = 0; f = 0; goto next    /* idempotent replay */
      :: own[t] && !(keys[t] & w) -> infl[t]++
      :: !own[t] -> goto misdirected
      fi
    }
    atomic {                                       /* commit */
      infl[t]--;
      assert(own[t] && !own[1-t]);
      assert(!(data[t] & w));                       /* not twice */
      data[t] = data[t] | w; keys[t] = keys[t] | w; reg[t] = w;
      append(t, w);
      t = 0; f = 0;
      if
      :: acked = acked | w; w = 0; goto next
      :: lost < MAXL -> lost++; w = 0; goto again   /* the answer is lost, the client tries again */
      fi
    }
misdirected:                /* 421: hold, then follow the route table - or the other side as soon as it accepts */
    atomic {
      if :: own[rtab] -> route[f] = rtab :: own[1-t] -> route[f] = 1-t fi;
      t = 0; f = 0; w = 0; goto again
    };
next: skip
  }
  atomic { i = 0; cdone++ }
}

proctype Applier(byte d) {                           /* WAL of d -> database 1-d */
  byte p, v;
end_idle:
  do
  :: atomic { log[d].pos < log[d].n -> p = log[d].pos; v = log[d].e[p] }
     /* a pause here makes a zombie */
     atomic {
       if
#ifndef MUT_APPLY_NOCAS
       :: log[d].pos == p ->
#else
       :: true ->
#endif
          /* who holds the current position is never refused: this side is not the owner, and the row's epoch ... */
#if !defined(MUT_APPLY_NOCAS) && !defined(MUT_NO_ORIGIN)
          assert(!own[1-d]);
#ifdef MUT_EPOCH_EQUAL
          assert(log[d].ee[p] == ep[1-d]);           /* ... is this database's epoch (breaks after an abort) */
#else
          assert(log[d].ee[p] >= ep[1-d]);           /* ... is not below this database's epoch */
#endif
#endif
          assert(!(data[1-d] & v));                  /* not twice, no echo */
          data[1-d] = data[1-d] | v; reg[1-d] = v; log[d].pos = p + 1;
#ifndef MUT_NO_IDEM
          keys[1-d] = keys[1-d] | v;
#endif
#ifdef MUT_NO_ORIGIN
          append(1-d, v)
#endif
#ifndef MUT_APPLY_NOCAS
       :: else -> skip
#endif
       fi; p = 0; v = 0
     }
  od
}

proctype Coord() {
  byte n, s, old; bool ab;
start:
  atomic {
    if
    :: r_flips >= MAXF -> goto done
    :: else -> n = r_n; s = r_step; old = r_old; ab = false
    fi
  }
  /* from here on this coordinator may be a zombie */
  if
  :: OP(s) == FENCE ->
     atomic {
#ifdef MUT_FENCE_NOWAIT
       if :: ep[old] == n-1 -> own[old] = 0; ep[old] = n :: else -> skip fi
#else
       if
#ifdef MUT_FENCE_UNCOND
       :: infl[old] == 0 -> own[old] = 0; ep[old] = n
#else
       :: infl[old] == 0 && ep[old] == n-1 -> own[old] = 0; ep[old] = n
#endif
       :: ep[old] >= n -> skip                          /* done before */
       :: aborts < MAXA -> ab = true                   /* lock timeout, give up */
       fi
#endif
     }
  :: OP(s) == BARRIER -> atomic { barpos[n] = log[old].n }
  :: OP(s) == DRAIN ->
     atomic {
       if
       :: log[old].pos >= barpos[n] -> skip
       :: r_n != n || r_step != s -> n = 0; s = 0; old = 0; goto start        /* somebody else went on */
       :: aborts < MAXA -> ab = true
       fi
     }
  :: OP(s) == ARM ->
     atomic { if :: armed[1-old] = 1 :: (aborts < MAXA && s < 4) -> ab = true fi }
  :: OP(s) == SWITCH ->
     atomic {
#ifdef MUT_SWITCH_UNCOND
       own[1-old] = 1; ep[1-old] = n;
#else
       if :: ep[1-old] < n -> own[1-old] = 1; ep[1-old] = n :: else -> skip fi;
#endif
       assert(!(own[0] && own[1]))
     }
  :: OP(s) == ROUTE -> atomic { if :: rtabep < n -> rtab = 1-old; rtabep = n :: else -> skip fi }
  :: OP(s) == FINISH ->
#ifdef MUT_DISARM_LATE
     atomic { armed[old] = 0 }
#else
     skip
#endif
  :: OP(s) == ABORT ->
     atomic {
#ifdef MUT_ABORT_NOBURN
       if :: ep[old] == n && !own[old] -> own[old] = 1 :: else -> skip fi;
#else
       if                                              /* burn the epoch even if the fence was never seen */
       :: ep[old] < n || (ep[old] == n && !own[old]) -> own[old] = 1; ep[old] = n
       :: else -> skip
       fi;
#endif
       assert(!(own[0] && own[1]))
     }
  fi;
  /* crash after the effect, before the store; a restart reads the record again */
  atomic {
    if
    :: crashes < MAXC -> crashes++; n = 0; s = 0; old = 0; ab = false; goto start
    :: true
    fi;
    if
#ifdef MUT_STORE_NOCAS
    :: r_n == n ->
#else
    :: r_n == n && r_step == s ->
#endif
       if
       :: ab -> r_step = S_ABORT; aborts++
       :: !ab && OP(s) == ABORT -> r_n++; r_step = 0
       :: !ab && OP(s) == FINISH -> r_n++; r_step = 0; r_old = 1-old; r_flips++
       :: else -> r_step = s + 1
       fi
    :: else -> skip
    fi;
    n = 0; s = 0; old = 0; ab = false;
    goto start
  }
done:
  atomic { kdone++ }
}

#define DRAINED (log[0].pos == log[0].n && log[1].pos == log[1].n && infl[0] == 0 && infl[1] == 0)

active proctype Quiescence() {
  atomic {
    (cdone == NCL && kdone == NCO && DRAINED) ->
    assert(own[0] + own[1] == 1);
    assert((acked & data[(own[1] -> 1 : 0)]) == acked);
    assert(data[0] == data[1]);
    assert(reg[0] == reg[1])
  }
}

init {
  byte i;
  atomic {
    own[0] = 1; armed[0] = 1;
    for (i : 0 .. NCL-1) { run Client(i) }
    for (i : 0 .. NCO-1) { run Coord() }
    for (i : 0 .. NAP-1) { run Applier(0); run Applier(1) }
  }
}
