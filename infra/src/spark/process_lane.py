"""Runs the shards of one lane on Spark: each is a task, and goes to the Node worker that containers run as well.

Only names and numbers pass through Spark; documents and artefacts stay between the worker and the bucket. A worker that fails
fails its task, which Spark runs again, where documents that are done are found. Both sides need the variables of the worker
(DSGEN_BUCKET and its like), Node, and the worker at DSGEN_WORKER.
"""

import argparse
import os
import subprocess
import sys

from pyspark.sql import SparkSession

MOST_TASKS = 10_000


def run_worker(arguments, lines=(), environment=None):
    """What the worker writes, line by line; its errors go where those of the task go."""
    node = os.environ.get("DSGEN_NODE", "node")
    worker = os.environ.get("DSGEN_WORKER", "/opt/dsgen/spark.mjs")
    ended = subprocess.run(
        [node, worker, *arguments],
        input="".join(f"{line}\n" for line in lines),
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
        check=False,
    )
    if ended.returncode != 0:
        raise RuntimeError(f"the worker ended with code {ended.returncode}; its own lines above say why")
    return ended.stdout.splitlines()


def process(shards):
    lines = list(shards)
    return run_worker([], lines) if lines else []


def main():
    parser = argparse.ArgumentParser()
    for name in ("tenant", "job", "epoch", "lane"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    job = {
        "DSGEN_TENANT": options.tenant,
        "DSGEN_JOB_ID": options.job,
        "DSGEN_EPOCH": options.epoch,
        "DSGEN_LANE": options.lane,
    }
    shards = run_worker(["list"], environment=job)
    spark = SparkSession.builder.appName(f"dsgen-{options.job}-{options.epoch}").getOrCreate()
    try:
        tasks = max(1, min(len(shards), MOST_TASKS))
        results = spark.sparkContext.parallelize(shards, tasks).mapPartitions(process).collect()
    finally:
        spark.stop()
    print(f"{len(results)} of {len(shards)} shards of the lane {options.lane} done")
    return 0 if len(results) == len(shards) else 1


if __name__ == "__main__":
    sys.exit(main())
