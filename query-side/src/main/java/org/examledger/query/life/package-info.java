/** What is remembered of sessions and exams for every question about them? */
@NullMarked
package org.examledger.query.life;

import org.jspecify.annotations.NullMarked;
