/** Which of our sessions does the portal's page mean by its numbers? */
@NullMarked
package org.examledger.service.portal;

import org.jspecify.annotations.NullMarked;
