/** What is said when something is wrong? */
@NullMarked
package org.examledger.service.problems;

import org.jspecify.annotations.NullMarked;
