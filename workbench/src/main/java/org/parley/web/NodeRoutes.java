package org.parley.web;

import java.util.List;
import java.util.function.Supplier;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.nodes.NodesPage;
import org.parley.web.service.CaseService;
import org.parley.web.view.Address;

/// The servers of the case, for mediators.
record NodeRoutes(Supplier<List<NodeStatus>> nodes, CaseService service, Templates templates) {

  void addTo(Routes routes) {
    routes.add(
        new Route(
            "GET", Address.NODES.path(), Access.MEDIATE, Kind.PAGE, "the servers of the case"),
        new WithCase(service, templates)
            .shows(
                (ctx, _, open) ->
                    templates.show(
                        ctx, "people/nodes", new NodesPage(open.view().info(), nodes.get()))));
  }
}
