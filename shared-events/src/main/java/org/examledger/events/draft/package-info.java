/** What can happen to an exam while it is being written? */
@NullMarked
package org.examledger.events.draft;

import org.jspecify.annotations.NullMarked;
