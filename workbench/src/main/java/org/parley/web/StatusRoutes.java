package org.parley.web;

import io.javalin.http.Context;
import org.parley.operate.StatusBoard;
import org.parley.store.JournalAwayException;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.operate.StatusAnswer;
import org.parley.web.operate.StatusPage;
import org.parley.web.service.CaseLoading;
import org.parley.web.service.CaseService;
import org.parley.web.service.CaseService.CaseAccess;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;

/// How the server of a case is, for mediators; also while the case has faults.
record StatusRoutes(StatusBoard status, CaseService service, Templates templates) {

  void addTo(Routes routes) {
    routes.add(
        new Route("GET", Address.STATUS.path(), Access.MEDIATE, Kind.PAGE, "how the server is"),
        this::show);
  }

  private void show(Context ctx, Visitor visitor) {
    templates.show(
        ctx, "people/status", new StatusPage(titleFor(visitor), StatusAnswer.of(status.look())));
  }

  private String titleFor(Visitor visitor) {
    try {
      return switch (service.read(visitor)) {
        case CaseAccess.Opened(var open) -> Frame.of("", open.view().info(), "").caseTitle();
        case CaseAccess.Empty(var name, _) -> name;
        case CaseAccess.Faulty faulty -> faulty.name();
      };
    } catch (CaseLoading | JournalAwayException e) {
      return "Parley";
    }
  }
}
