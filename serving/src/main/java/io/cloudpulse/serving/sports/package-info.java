/** Players and teams: asked for, and written. */
package io.cloudpulse.serving.sports;
