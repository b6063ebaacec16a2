/** On which pure functions of facts and time must every side agree? */
@NullMarked
package org.examledger.events.rules;

import org.jspecify.annotations.NullMarked;
