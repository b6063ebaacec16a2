/** Which rows do automations keep beside the log, and how are they wired? */
@NullMarked
package org.examledger.service.automation;

import org.jspecify.annotations.NullMarked;
