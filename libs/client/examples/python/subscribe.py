"""Changes and state of the relation with a stock Kafka client: nothing of ours is needed.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python subscribe.py changes --brokers 127.0.0.1:8085 --group my-service
    .venv/bin/python subscribe.py state --brokers 127.0.0.1:8085
"""

import argparse
import json
import sys
from collections import OrderedDict

from kafka import KafkaConsumer, TopicPartition

CHANGES = "relations.changes.v1"
STATE = "relations.state.v1"
REMEMBERED = 100_000


def headers_of(message):
    return {name: value.decode() for name, value in message.headers}


def follow_changes(args):
    """At least once, in order: handle, then commit. Repeats are known by ce_source and ce_id."""
    consumer = KafkaConsumer(
        args.prefix + CHANGES,
        bootstrap_servers=args.brokers.split(","),
        group_id=args.group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    seen = OrderedDict()
    handled = 0
    for message in consumer:
        headers = headers_of(message)
        key = (headers["ce_source"], headers["ce_id"])
        if key not in seen:
            handle(headers, json.loads(message.value))
            seen[key] = True
            if len(seen) > REMEMBERED:
                seen.popitem(last=False)
            handled += 1
        consumer.commit()
        if handled == args.count:
            break
    consumer.close()


def handle(headers, change):
    flags = [flag for flag in ("late", "corrects") if change[flag]]
    if headers.get("republished") == "true":
        flags.append("republished")
    print(change["effective"], change["facet"], change["fromStatus"], "->", change["toStatus"], *flags, flush=True)


def keep_state(args):
    """A local copy of the compacted topic: read to its end, then followed. A message without value removes its key."""
    consumer = KafkaConsumer(bootstrap_servers=args.brokers.split(","), enable_auto_commit=False)
    topic = args.prefix + STATE
    partitions = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic)]
    consumer.assign(partitions)
    consumer.seek_to_beginning(*partitions)
    ends = consumer.end_offsets(partitions)
    state = {}
    is_whole = False
    while not is_whole or args.count == 0:
        for messages in consumer.poll(timeout_ms=500).values():
            for message in messages:
                apply(state, message, is_whole)
        if not is_whole and all(consumer.position(at) >= end for at, end in ends.items()):
            is_whole = True
            for key in sorted(state):
                print(key, state[key]["status"], flush=True)
    consumer.close()


def apply(state, message, show):
    key = message.key.decode()
    if message.value is None:
        state.pop(key, None)
        now = "is gone"
    else:
        value = json.loads(message.value)
        if value["position"] < state.get(key, value)["position"]:
            return  # a run of messages that came twice
        state[key] = value
        now = value["status"]
    if show:
        print(key, now, flush=True)


def main():
    parser = argparse.ArgumentParser(description="Follow Détente's topics.")
    parser.add_argument("what", choices=["changes", "state"])
    parser.add_argument("--brokers", default="127.0.0.1:8085")
    parser.add_argument("--group", default="example-python")
    parser.add_argument("--prefix", default="", help="stands before the topics' names")
    parser.add_argument("--count", type=int, default=0, help="end after so many changes, or once the state is whole; 0: never")
    args = parser.parse_args()
    try:
        (follow_changes if args.what == "changes" else keep_state)(args)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
