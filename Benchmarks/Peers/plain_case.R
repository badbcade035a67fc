# The plain case in R: normals of dqrng (ziggurat over xoroshiro128++), one product with the Cholesky factor, quantiles by
# base R's partial sort, the rows of growth and contributions shared between two processes where something small comes back.
#
#   Rscript plain_case.R DRAWS
#
# The figures are those of Scenarios/son-la-2025-planned-weights.yaml; the answer is held against that of growth.

suppressPackageStartupMessages({
  library(dqrng)
  library(parallel)
})

draws <- as.integer(commandArgs(trailingOnly = TRUE)[1])
threads <- 2L
names <- c("growth", paste0(c("agriculture", "industry-construction", "services", "taxes"), ".contribution"))
probabilities <- c(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
target <- 0.08

weights <- c(0.23, 0.29, 0.42, 0.06)
means <- c(0.043, 0.024, 0.065, 0.051)
deviations <- c(0.015, 0.09, 0.023, 0.03)
correlation <- matrix(c(
  1.00, -0.05, -0.01, -0.20,
  -0.05, 1.00, 0.06, 0.07,
  -0.01, 0.06, 1.00, 0.48,
  -0.20, 0.07, 0.48, 1.00), 4)

start <- proc.time()[["elapsed"]]
dqRNGkind("Xoroshiro128+")
dqset.seed(2025L)
# Contributions are columns: weights and deviations go into the factor.
factor <- chol(correlation) %*% diag(weights * deviations)
contributions <- matrix(dqrnorm(4 * draws), ncol = 4) %*% factor
growth <- rowSums(contributions) + sum(weights * means)
probability <- sum(growth >= target) / draws

summarise <- function(k) {
  values <- if (k == 0) growth else contributions[, k]
  centre <- if (k == 0) 0 else weights[k] * means[k]
  c(mean(values) + centre, sd(values), quantile(values, probabilities, names = FALSE) + centre)
}
rows <- mclapply(0:4, summarise, mc.cores = threads, mc.preschedule = FALSE)

number <- function(x) formatC(x, digits = 17, format = "g")
cat(sprintf('{"target": "growth", "probability": %s}\n', number(probability)))
for (k in seq_along(rows)) {
  row <- number(rows[[k]])
  cat(sprintf('{"quantity": "%s", "mean": %s, "standardDeviation": %s, "quantiles": [%s]}\n',
    names[k], row[1], row[2], paste(row[-(1:2)], collapse = ", ")))
}
cat(sprintf('{"seconds": %s}\n', number(proc.time()[["elapsed"]] - start)))
