package io.cloudpulse.transforms.postgres;

import java.util.List;

/** The tables that hold what a run counted and what it refused, beside the data. */
final class PulseTables {
  private PulseTables() {}

  static List<String> createStatements() {
    return List.of(
        "create schema if not exists pulse",
        RUNS,
        LIVE,
        READ_RANGES,
        READ_THROUGH,
        WATERMARK,
        SINK_RANGES,
        COUNTED_IDS,
        PULLED,
        SENT_LETTERS,
        DEAD_LETTERS,
        READING,
        CLOSING,
        BY_RUN,
        BY_FORMER_RUN,
        BY_TIME,
        BY_PLACE,
        TOMBSTONES,
        ROUNDS,
        POSITIONS);
  }

  private static final String RUNS =
      """
      create table if not exists pulse.runs (
        run text primary key,
        dataset text not null,
        source text not null,
        sinks text not null,
        runner text not null,
        mode text not null,
        state text not null,
        started_at timestamptz not null default now(),
        finished_at timestamptz,
        plan text not null default '',
        report jsonb
      )\
      """;

  /** What those see who watch a run. */
  private static final String LIVE =
      "alter table pulse.runs add column if not exists heartbeat_at timestamptz,"
          + " add column if not exists live jsonb, add column if not exists error text";

  private static final String READ_RANGES =
      """
      create table if not exists pulse.read_ranges (
        run text,
        range text,
        read bigint not null,
        accepted bigint not null,
        refused jsonb not null,
        details jsonb not null,
        through bigint not null default -1,
        primary key (run, range)
      )\
      """;

  /** For a table that an earlier release made. */
  private static final String READ_THROUGH =
      "alter table pulse.read_ranges add column if not exists through bigint not null default -1";

  private static final String WATERMARK =
      "alter table pulse.read_ranges add column if not exists watermark timestamptz";

  private static final String SINK_RANGES =
      """
      create table if not exists pulse.sink_ranges (
        run text,
        sink text,
        range text,
        through bigint not null,
        delivered bigint not null,
        refused bigint not null,
        superseded bigint not null,
        primary key (run, sink, range)
      ) with (fillfactor = 50)\
      """;

  /** What was counted of ranges that are sets: {@code counter} is a hash of run, sink and range. */
  private static final String COUNTED_IDS =
      """
      create table if not exists pulse.counted_ids (
        counter bigint,
        id bigint,
        seen date not null default current_date,
        primary key (counter, id)
      )\
      """;

  /** Messages of a bounded job, numbered by being pulled; those that are done are ids alone. */
  private static final String PULLED =
      """
      create table if not exists pulse.pulled (
        job text,
        number bigint,
        id bigint not null,
        sent bigint not null,
        key bytea,
        data bytea,
        ack_ids text,
        seen date not null default current_date,
        primary key (job, number),
        unique (job, id)
      )\
      """;

  /** Of dead letters that are where nobody can look into. */
  private static final String SENT_LETTERS =
      """
      create table if not exists pulse.sent_letters (
        run text,
        id text,
        dataset text not null,
        step text not null,
        primary key (run, id)
      )\
      """;

  private static final String DEAD_LETTERS =
      """
      create table if not exists pulse.dead_letters (
        id text primary key,
        dataset text not null,
        step text not null,
        reason text not null,
        message text not null,
        field text not null,
        original bytea not null,
        source text not null,
        byte_offset bigint not null,
        line bigint not null,
        event_time timestamptz,
        attempts integer not null,
        run text not null,
        first_seen timestamptz not null default now(),
        last_seen timestamptz not null default now(),
        status text not null default 'open',
        reading text not null default '',
        replay_run text,
        closed_at timestamptz,
        because text not null default '',
        former_runs text[] not null default '{}'
      )\
      """;

  /** For a table that an earlier release made. */
  private static final String READING =
      "alter table pulse.dead_letters add column if not exists reading text not null default ''";

  /** For the same. */
  private static final String CLOSING =
      "alter table pulse.dead_letters add column if not exists replay_run text,"
          + " add column if not exists closed_at timestamptz,"
          + " add column if not exists because text not null default '',"
          + " add column if not exists former_runs text[] not null default '{}'";

  private static final String TOMBSTONES =
      """
      create table if not exists pulse.tombstones (
        dataset text,
        key text,
        version bigint not null,
        deleted_at timestamptz not null default now(),
        primary key (dataset, key)
      )\
      """;

  /** What each round of a stream reads; written before it begins. */
  private static final String ROUNDS =
      """
      create table if not exists pulse.rounds (
        job text,
        round bigint,
        partition integer,
        from_offset bigint not null,
        to_offset bigint not null,
        state text not null default 'planned',
        planned_at timestamptz not null default now(),
        done_at timestamptz,
        primary key (job, round, partition)
      )\
      """;

  /** How far each job has moved its source. */
  private static final String POSITIONS =
      """
      create table if not exists pulse.positions (
        dataset text,
        source text,
        sinks text,
        position text not null,
        run text not null,
        kept_at timestamptz not null default now(),
        primary key (dataset, source, sinks)
      )\
      """;

  private static final String BY_FORMER_RUN =
      "create index if not exists dead_letters_by_former_run on pulse.dead_letters"
          + " using gin (former_runs)";

  /** Who looks through open letters does so by the newest. */
  private static final String BY_TIME =
      "create index if not exists dead_letters_by_time on pulse.dead_letters"
          + " (status, first_seen desc, id)";

  /** Who wrote a record asks for the letter of its place. */
  private static final String BY_PLACE =
      "create index if not exists dead_letters_by_place on pulse.dead_letters"
          + " (dataset, byte_offset)";

  private static final String BY_RUN =
      "create index if not exists dead_letters_by_run on pulse.dead_letters (run, step)";
}
