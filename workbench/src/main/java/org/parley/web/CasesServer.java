package org.parley.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.start.CaseTemplates;
import org.parley.notice.LinkMailer;
import org.parley.store.cases.CaseRegister;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Tls;
import org.parley.web.cases.CaseVisits;
import org.parley.web.cases.CasesFeed;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.ListedCases;
import org.parley.web.cases.ServerAdministration;
import org.parley.web.nodes.Nodes;
import org.parley.web.operate.Operation;
import org.parley.web.people.FeedAddressService;
import org.parley.web.service.CaseService.CaseAccess;

/// A server of many cases: it lists them, and passes requests on to the server of each.
public final class CasesServer {

  private CasesServer() {}

  /// Starts it.
  ///
  /// @param authenticator where everyone signs in
  /// @param mailer sends links to passwords
  /// @param kept what cases are created from
  /// @param nodes its part in the choice of the leader; null for a server alone
  /// @param operation who is told of its requests
  /// @param host the address of the interface to listen on
  /// @param tls the TLS configuration; null for plain HTTP
  /// @throws PortTaken if another program listens there
  public static WebServer start(
      CaseRegister register,
      HostedCases hosted,
      AccountAuthenticator authenticator,
      InstantSource clock,
      LinkMailer mailer,
      CaseTemplates kept,
      @Nullable Nodes nodes,
      Operation operation,
      String host,
      int port,
      @Nullable Tls tls) {
    ListedCases lines = new ListedCases(hosted, register, clock);
    ServerAdministration administration =
        new ServerAdministration(register, hosted, clock, mailer, kept);
    return WebServer.front(
        authenticator,
        new CaseMounts(hosted, authenticator, new CaseVisits(register, clock)),
        (routes, templates) -> {
          new SignIn(authenticator, templates, _ -> new CaseAccess.Empty("", List.of()))
              .addDoor(routes);
          new ServerRoutes(
                  hosted,
                  lines,
                  new CasesFeed(hosted, clock),
                  administration,
                  nodes == null ? List::of : nodes::list,
                  operation.status(),
                  authenticator,
                  templates)
              .addTo(routes);
          new OwnAccountRoutes(authenticator, templates).addTo(routes);
          new OwnFactorRoutes(authenticator, templates, OwnFrame.ofServer()).addTo(routes);
          new OwnPasskeyRoutes(authenticator, templates, OwnFrame.ofServer()).addTo(routes);
          new OwnSessionRoutes(authenticator, templates, OwnFrame.ofServer()).addTo(routes);
          new OwnFeedRoutes(
                  authenticator,
                  new FeedAddressService(authenticator),
                  templates,
                  OwnFrame.ofServer(),
                  true)
              .addTo(routes);
        },
        nodes,
        operation,
        host,
        port,
        tls);
  }
}
