module sigs.k8s.io/promo-tools/v4

go 1.26
