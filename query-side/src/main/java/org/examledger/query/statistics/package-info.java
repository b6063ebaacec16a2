/** How good were the questions of an exam, and how did their points spread? */
@NullMarked
package org.examledger.query.statistics;

import org.jspecify.annotations.NullMarked;
