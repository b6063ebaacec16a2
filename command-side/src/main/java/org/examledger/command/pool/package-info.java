/** What may happen to a pool of questions, and where do its questions come from? */
@NullMarked
package org.examledger.command.pool;

import org.jspecify.annotations.NullMarked;
