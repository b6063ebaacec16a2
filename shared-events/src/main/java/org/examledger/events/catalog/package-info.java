/** Which facts are there, and under which names does the log keep them? */
@NullMarked
package org.examledger.events.catalog;

import org.jspecify.annotations.NullMarked;
