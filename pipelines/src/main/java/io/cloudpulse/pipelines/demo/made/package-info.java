/**
 * Records that look like the real thing, so that charts of them do: made up, and the same for the
 * same seed. No country, company, share or person in them exists.
 */
package io.cloudpulse.pipelines.demo.made;
