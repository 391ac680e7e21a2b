/**
 * What the prices of shares say, day by day. All that is kept of prices is a set in which the
 * newest of each day stands out, so that the rows are a function of the set of price records: of
 * neither their order nor how often each one came.
 */
package io.cloudpulse.transforms.stocks;
