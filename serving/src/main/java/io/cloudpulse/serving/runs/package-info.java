/** What the ledger tells: runs and jobs, what they refused, and sending that again. */
package io.cloudpulse.serving.runs;
