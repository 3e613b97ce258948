package org.parley.web;

import java.util.List;
import org.parley.exchange.calendar.CaseDates;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.log.Moments;
import org.parley.model.cases.AsOf;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.web.journal.ChangeFeed;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;

/// The calendar and the feed of a case, as a visitor may see it.
record CaseFeeds(CaseService service) {

  /// The latest changes, as an Atom feed.
  ///
  /// @param origin scheme and host under which the reader sees this server
  /// @param self the path at which it is read
  String changes(OpenCase open, Visitor visitor, String origin, String self) {
    return ChangeFeed.of(open, service.history().journal(), visitor, origin, self).text();
  }

  /// Meetings, deadlines, duties and expectations, as a calendar.
  String dates(OpenCase open, Visitor visitor) {
    CaseGuarantees guarantees = CaseGuarantees.of(open.view());
    long last =
        guarantees.log().stream().mapToLong(each -> each.recorded()).max().orElse(Moments.ALWAYS);
    return CaseDates.of(
        open.view(),
        journals(visitor),
        open.lastDay(),
        Guarantees.stateWithConsequences(
            guarantees.commitments(), guarantees.log(), last, Moments.NEVER),
        open.foretold(AsOf.of(open.lastDay())).words());
  }

  /// The journal as calendars name it: by the hash of its first entry. For a mediator alone, since
  /// the first entry may be hidden from everybody else, and its hash would confirm a guess.
  List<String> journals(Visitor visitor) {
    Journal journal = service.history().journal();
    return journal == null || visitor.role() != Role.MEDIATOR
        ? List.of()
        : journal.find(1).map(Entry::hash).map(List::of).orElse(List.of());
  }
}
