/** Which exams are there, and what is in one of them? */
@NullMarked
package org.examledger.query.exams;

import org.jspecify.annotations.NullMarked;
