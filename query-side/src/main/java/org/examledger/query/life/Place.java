package org.examledger.query.life;

import java.util.List;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AcceptedAnswer;

/**
 * Where a worker is in his paper.
 *
 * @param epoch the newest page instance; 0 before the first start
 * @param lastClientSeq the highest client sequence of that page instance
 * @param pageOrder the click that led to the current page (R1)
 */
public record Place(int epoch, long lastClientSeq, int pageIndex, ClientOrder pageOrder) {
    static final Place START = new Place(0, 0, 0, ClientOrder.NONE);

    Place in(int newEpoch) {
        return new Place(newEpoch, 0, pageIndex, pageOrder);
    }

    Place received(ClientOrder order) {
        return order.epoch() == epoch && order.clientSeq() > lastClientSeq
                ? new Place(epoch, order.clientSeq(), pageIndex, pageOrder)
                : this;
    }

    /** Late answers that count after all. */
    Place accepted(List<AcceptedAnswer> answers) {
        var where = this;
        for (var answer : answers) {
            var order = new ClientOrder(answer.epoch(), answer.clientSeq());
            where = where.received(order).turnedTo(answer.pageIndex(), order);
        }
        return where;
    }

    Place turnedTo(int page, ClientOrder order) {
        return order.isAfter(pageOrder) ? new Place(epoch, lastClientSeq, page, order) : this;
    }
}
