#!/usr/bin/env bash
# rehearse-on-kind.sh REPORT: rehearses the Luneo fleet on kind clusters, and writes the reports into the folder REPORT.
# It takes the container engine that answers. Where none does, the lab in $SEATRIAL_KIND_LAB, or in ../shared/kind-lab beside
# this checkout, brings one up, and it is taken down again. Exit code: that of the rehearsal; 3 where there is no engine.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
lab=${SEATRIAL_KIND_LAB:-$root/../shared/kind-lab}
state=${XDG_CACHE_HOME:-$HOME/.cache}/seatrial/kind-lab
# The drills in which git is away or the network is cut take minutes each where packets flow; the local provider has them too.
pair=failover/eu-west-1-to-us-east-1
proofs=(syncs order smoke heals prunes "$pair"{/broken-standby,/both-active,,/return,/failback,/rollback})

say() { printf 'kind: [%4ds] %s\n' "$SECONDS" "$*" >&2; }

(($# == 1)) || {
  echo 'Say where the reports go: rehearse-on-kind.sh FOLDER.' >&2
  exit 2
}
mkdir -p "$1"
report=$(cd "$1" && pwd)
work=$(mktemp -d)
receiver='' lab_is_ours=''

# attended WHOM COMMAND …: runs a command, and passes a request to end on to it alone or, as `all`, to what it started too.
attended() {
  local whom=$1 code=0
  shift
  # A process group of its own, which a terminal's Ctrl-C does not reach.
  set -m
  "$@" </dev/null &
  child=$!
  set +m
  receiver=$child
  [[ $whom != all ]] || receiver=-$child
  wait "$child" || code=$?
  # A signal ends `wait` before the command.
  while kill -0 "$child" 2>/dev/null; do
    code=0
    wait "$child" || code=$?
  done
  receiver=''
  return "$code"
}

interrupted=''
interrupt() {
  interrupted=1
  [[ -z $receiver ]] || kill -TERM -- "$receiver" 2>/dev/null || true
}
trap interrupt INT TERM HUP

finish() {
  local code=$?
  trap '' INT TERM HUP
  if [[ -n $lab_is_ours ]]; then
    say 'taking the container engine down …'
    "$lab/down.sh" >&2 || say 'the container engine of the lab did not end as it should'
  fi
  rm -rf "$work"
  [[ -z $interrupted ]] || code=130
  exit "$code"
}
trap finish EXIT

engine_answers() { docker info >/dev/null 2>&1 || podman info >/dev/null 2>&1; }

lab_up() {
  if [[ ! -x $lab/up.sh ]]; then
    echo "No container engine answers, and there is no lab in $lab that brings one up: start an engine, or name the lab's folder in SEATRIAL_KIND_LAB." >&2
    exit 3
  fi
  local argo_cd
  node "$root/tools/setup/plain-names.ts" "$work/programs"
  argo_cd=$(cd "$root/tools/guests/argocd" && go list -m -f '{{.Dir}}' github.com/argoproj/argo-cd/v3)
  # shellcheck source=/dev/null
  (. "$lab/env.sh" && docker info >/dev/null 2>&1) || lab_is_ours=1
  say 'bringing a container engine and its images up (once about five minutes, then seconds) …'
  FROM=$(printf '%s ' "$work"/programs/*) ARGOSRC=$argo_cd attended all "$lab/up.sh" >&2 || exit 3
  # shellcheck source=/dev/null
  . "$state/use.sh"
  say 'the container engine answers'
}

engine_answers || lab_up
[[ -z $interrupted ]] || exit 130
cd "$root"
say "rehearsing luneo: ${proofs[*]} …"
options=(--provider kind --report "$report")
for proof in "${proofs[@]}"; do options+=(--proof "$proof"); done
code=0
attended alone node packages/cli/bin/seatrial.mjs rehearse luneo "${options[@]}" || code=$?
say "the rehearsal ended with exit code $code; its reports are in $report"
exit "$code"
