#!/bin/sh
# Makes the namespace and its search attributes, where they are not there yet.
# Takes TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE, which the temporal CLI reads itself, RETENTION (such as 30d) and
# SEARCH_ATTRIBUTES, names and types such as "RectRound=Keyword RectCycle=Int".
set -eu

# Tries a command every two seconds for two minutes: a server, and then a namespace, takes its time to be known.
patiently() {
  tries=60
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "given up: $*" >&2; exit 1; }
    sleep 2
  done
}

patiently temporal operator cluster health

temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"

set --
for attribute in $SEARCH_ATTRIBUTES; do
  set -- "$@" --name "${attribute%=*}" --type "${attribute#*=}"
done
patiently temporal operator search-attribute create "$@"
