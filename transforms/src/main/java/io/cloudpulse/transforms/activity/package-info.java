/**
 * What users do, counted in windows of event time. Whatever is gathered is a set, so that the rows
 * are a function of the set of events: of neither their order nor how often each one came.
 */
package io.cloudpulse.transforms.activity;
