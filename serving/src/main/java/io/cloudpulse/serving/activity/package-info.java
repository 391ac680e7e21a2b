/** What users did: counted by minute, by user and by product, and who is likely to buy. */
package io.cloudpulse.serving.activity;
