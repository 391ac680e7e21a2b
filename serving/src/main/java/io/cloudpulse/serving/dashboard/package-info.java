/** The page that shows the platform at work, and the live events that keep it fresh. */
package io.cloudpulse.serving.dashboard;
