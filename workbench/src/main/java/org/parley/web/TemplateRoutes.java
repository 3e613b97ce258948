package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.template.RecordTemplate;
import org.parley.casefile.template.RecordTemplate.TemplateNumber;
import org.parley.casefile.template.RecordTemplate.TemplateRole;
import org.parley.casefile.template.TemplateFill;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.ClaimSheetPage;
import org.parley.web.edit.TemplatePage;
import org.parley.web.edit.TemplatesPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Guarantees, sequences and rounds from templates: filled in, shown, and saved in one change.
final class TemplateRoutes {

  private final CaseService service;
  private final Templates templates;

  TemplateRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.add(
        new Route(
            "GET", Address.TEMPLATES.path(), Access.MEDIATE, Kind.PAGE, "templates of records"),
        pages.shows(
            (ctx, _, open) -> templates.show(ctx, "edit/templates", TemplatesPage.of(open))));
    routes.add(
        new Route(
            "GET", Address.TEMPLATE.path(), Access.MEDIATE, Kind.PAGE, "the form of a template"),
        pages.shows(this::form));
    routes.add(
        new Route(
            "POST",
            Address.TEMPLATE.path(),
            Access.MEDIATE,
            Kind.PAGE,
            "shows the records of a template, or adds them"),
        pages.shows(this::sent));
  }

  private static RecordTemplate template(Context ctx) {
    String word = ctx.pathParam("name");
    return RecordTemplate.find(word)
        .orElseThrow(() -> new NotOnRecord("template", word, RecordTemplate.words()));
  }

  private void form(Context ctx, Visitor visitor, OpenCase open) {
    RecordTemplate template = template(ctx);
    String saved = Objects.requireNonNullElse(ctx.queryParam("saved"), "");
    templates.show(
        ctx,
        "edit/template",
        TemplatePage.of(
            open,
            TemplateFill.empty(template, Language.current()),
            TemplatePage.choices(template).getFirst(),
            List.of(),
            saved.matches("\\d{1,4}") ? Integer.parseInt(saved) : 0));
  }

  private void sent(Context ctx, Visitor visitor, OpenCase open) {
    RecordTemplate template = template(ctx);
    TemplateFill fill = fill(ctx, template);
    List<String> choices = TemplatePage.choices(template);
    String chosen = Objects.requireNonNullElse(ctx.formParam("readers"), "");
    String readers = choices.contains(chosen) ? chosen : choices.getFirst();
    List<TemplateFill.FillFault> faults = fill.faults(open.view());
    if (!faults.isEmpty()) {
      refuse(ctx, TemplatePage.refused(open, fill, readers, faults, List.of()));
      return;
    }
    List<CaseRecord> records =
        fill.records(
            open.view(),
            ClaimSheetPage.taken(open, service.setAside().records()),
            FormVisibility.find(readers, "").orElse(new Visibility.Mediator()));
    if (!"save".equals(ctx.formParam("do"))) {
      templates.show(ctx, "edit/template", TemplatePage.of(open, fill, readers, records, 0));
      return;
    }
    List<CaseEdit> edits = new ArrayList<>();
    records.forEach(each -> edits.add(new CaseEdit.Add(each, null)));
    switch (service.change(
        visitor, edits, Say.text("template.name." + template.word()), Map.of())) {
      case SaveOutcome.Saved _ ->
          ctx.redirect(
              Link.to(Address.TEMPLATE, template.word()) + "?saved=" + records.size(),
              HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> found) ->
          refuse(ctx, TemplatePage.refused(open, fill, readers, List.of(), found));
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new IllegalStateException("nothing that is on record is changed");
    }
  }

  private void refuse(Context ctx, TemplatePage page) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    templates.show(ctx, "edit/template", page);
  }

  private static TemplateFill fill(Context ctx, RecordTemplate template) {
    Map<String, List<String>> parties = new HashMap<>();
    for (TemplateRole role : template.roles()) {
      parties.put(role.word(), ctx.formParams("role/" + role.word()));
    }
    Map<String, String> numbers = new HashMap<>();
    for (TemplateNumber number : template.numbers()) {
      numbers.put(number.word(), given(ctx, "number/" + number.word()));
    }
    return new TemplateFill(
        template,
        Language.find(given(ctx, "language")).orElse(Language.current()),
        parties,
        numbers,
        template.hasPoints() ? ctx.formParams(TemplateFill.POINTS) : List.of(),
        template.hasMoments() ? given(ctx, TemplateFill.OPENS) : "",
        template.hasMoments() ? given(ctx, TemplateFill.CLOSES) : "");
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }
}
