package org.parley.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Consumer;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.web.export.ShownState;
import org.parley.web.journal.PastCases;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;

/// Answers with the case as it was recorded after an entry of the journal.
final class PastMoments {

  private final CaseService service;
  private final PastCases past = new PastCases();

  PastMoments(CaseService service) {
    this.service = service;
  }

  /// Answers an address whose path has the number of the entry.
  ///
  /// @param now the address of the same in the present
  void show(Context ctx, Visitor visitor, Address now, Consumer<OpenCase> answer) {
    String number = ctx.pathParam("number");
    Journal journal = service.history().journal();
    Entry entry =
        journal != null && number.matches("\\d{1,18}")
            ? journal.find(Long.parseLong(number)).orElse(null)
            : null;
    OpenCase open =
        journal == null || entry == null
            ? null
            : past.open(
                    journal,
                    journal.lastTogether(entry),
                    visitor.viewer(),
                    service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase present)
                        ? present
                        : null)
                .orElse(null);
    if (entry == null || open == null) {
      throw new NotOnRecord("recorded case", number, List.of());
    }
    String id = ctx.pathParamMap().get("id");
    Link.Base then =
        id == null
            ? Link.past(entry.number(), entry.at(), now)
            : isStill(visitor, open, id)
                ? Link.past(entry.number(), entry.at(), now, id)
                : Link.past(entry.number(), entry.at(), Address.BOARD);
    ScopedValue.where(Link.BASE, then)
        .where(
            ShownState.CURRENT,
            ShownState.of(open, ctx.queryParamMap()).after(entry.number(), entry.hash()))
        .run(() -> answer.accept(open));
  }

  /// Whether a record of the past is in the case today, too.
  private boolean isStill(Visitor visitor, OpenCase then, String id) {
    return service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase now)
        && now.view()
            .find(id)
            .map(Object::getClass)
            .equals(then.view().find(id).map(Object::getClass));
  }
}
