/** Who is asking, and may he? */
@NullMarked
package org.examledger.service.security;

import org.jspecify.annotations.NullMarked;
