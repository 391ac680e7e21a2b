package io.cloudpulse.serving;

import io.cloudpulse.serving.access.Access;
import java.time.Duration;

/**
 * How the server is to be.
 *
 * @param host the address it listens on
 * @param port 0 for any that is free
 * @param access who may ask
 * @param cache how long an answer may be given again
 * @param mostBytes that a body may have
 */
public record Settings(String host, int port, Access access, Duration cache, int mostBytes) {}
