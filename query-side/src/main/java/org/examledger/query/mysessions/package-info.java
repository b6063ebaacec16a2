/** Which exams does a worker have? */
@NullMarked
package org.examledger.query.mysessions;

import org.jspecify.annotations.NullMarked;
