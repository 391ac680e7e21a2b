package io.cloudpulse.schemas.activity;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is summed up of a user's distinct events.
 *
 * @param purchases how many of them are purchases
 * @param revenue sum of the prices of the purchases; US dollars
 * @param first time of the earliest
 * @param last time of the latest
 */
public record UserTotals(
    long events, long purchases, BigDecimal revenue, Instant first, Instant last) {}
