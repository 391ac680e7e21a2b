package io.cloudpulse.serving.http;

/** One thing that is wrong with a query. */
record Mistake(String parameter, String given, String allowed, String example) {}
