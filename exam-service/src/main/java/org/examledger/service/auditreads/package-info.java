/** Who looked at whose history? */
@NullMarked
package org.examledger.service.auditreads;

import org.jspecify.annotations.NullMarked;
