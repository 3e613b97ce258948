package org.parley.web;

import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;

/// The frame of pages about one's own account, which are the same in a case and on a server of
/// many.
interface OwnFrame {

  Frame of(String title, Visitor visitor);

  /// On a server of many cases.
  static OwnFrame ofServer() {
    return (title, _) -> new Frame(title, "Parley", "account");
  }

  /// In a case.
  static OwnFrame in(CaseService service) {
    return (title, visitor) ->
        service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open)
            ? Frame.of(title, open.view().info(), "account")
            : new Frame(title, "Parley", "account");
  }
}
