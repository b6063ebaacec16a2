/** What is remembered of a person, without anything that tells who he is? (R13) */
@NullMarked
package org.examledger.events.person;

import org.jspecify.annotations.NullMarked;
