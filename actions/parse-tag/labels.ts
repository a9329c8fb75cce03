type Facts = {
  readonly created: string;
  readonly revision: string;
  readonly version: string | undefined;
  readonly source: string | undefined;
};

/** The labels that the OCI image specification names, as lines of key=value; unknown ones are left out. */
export const imageLabels = (facts: Facts): readonly string[] =>
  Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [`org.opencontainers.image.${key}=${value}`],
  );
