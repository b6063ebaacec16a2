/** What can happen to a pool of questions? */
@NullMarked
package org.examledger.events.pool;

import org.jspecify.annotations.NullMarked;
