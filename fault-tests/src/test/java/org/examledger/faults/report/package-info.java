/** What is told about a run? */
@NullMarked
package org.examledger.faults.report;

import org.jspecify.annotations.NullMarked;
