package org.parley.web.cases;

import java.util.List;

/// The cases that somebody may see, for programs.
///
/// @param cases how each stands, archived ones last
public record CasesAnswer(List<CaseLine> cases) {}
