#!/bin/bash
# ./run.sh - every configuration; each line: name [defs]: errors | states | first violation | time. About 7 minutes, 6 GB.
cd "$(dirname "$0")"
echo "# protocol: 0 errors expected"
T=60  ./go.sh one-coordinator      "-DNCL=2 -DNWR=1 -DNCO=1 -DNAP=1"
T=60  ./go.sh zombie-applier       "-DNCL=2 -DNWR=1 -DNCO=1 -DNAP=2"
T=60  ./go.sh four-writes          "-DNCL=2 -DNWR=2 -DNCO=1 -DNAP=1"
T=90  ./go.sh three-flips          "-DNCL=2 -DNWR=1 -DNCO=1 -DNAP=1 -DMAXF=3 -DMAXC=2 -DMAXA=2"
T=200 ./go.sh two-coordinators     "-DNCL=2 -DNWR=1 -DNCO=2 -DNAP=1"
T=200 ./go.sh two-coord-3flips     "-DNCL=1 -DNWR=2 -DNCO=2 -DNAP=1 -DMAXF=3"
T=100 ./go.sh no-livelock-1        "-DNCL=2 -DNWR=1 -DNCO=1 -DNAP=1" "-DNP" "-l"
T=200 ./go.sh no-livelock-2        "-DNCL=1 -DNWR=1 -DNCO=2 -DNAP=1" "-DNP" "-l"
echo "# mutations: 1 error expected"
for m in BARRIER_FIRST ARM_AFTER FENCE_NOWAIT NO_ORIGIN NO_IDEM EPOCH_EQUAL; do T=60 ./go.sh $m "-DNCL=2 -DNWR=1 -DNCO=1 -DNAP=1 -DMUT_$m"; done
T=60 ./go.sh APPLY_NOCAS "-DNCL=2 -DNWR=1 -DNCO=1 -DNAP=2 -DMUT_APPLY_NOCAS"
for m in FENCE_UNCOND SWITCH_UNCOND STORE_NOCAS ABORT_NOBURN DISARM_LATE; do T=60 ./go.sh $m "-DNCL=1 -DNWR=1 -DNCO=2 -DNAP=1 -DMUT_$m"; done
