/** What can happen to an exam as a whole? */
@NullMarked
package org.examledger.events.exam;

import org.jspecify.annotations.NullMarked;
