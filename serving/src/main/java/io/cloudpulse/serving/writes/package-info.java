/** What becomes an event: how it is appended, known again, and followed to the sinks. */
package io.cloudpulse.serving.writes;
