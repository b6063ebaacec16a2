/** How do commands arrive over HTTP, and how are refusals told? */
@NullMarked
package org.examledger.command.http;

import org.jspecify.annotations.NullMarked;
